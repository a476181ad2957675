# Prints what zsh proposes for a line: zsh -f zsh-completions.zsh SCRIPT LINE (for the tests).
# Completion works only where somebody types, so a second shell is typed to.
zmodload zsh/zpty
export PROPOSED=$(mktemp)
zpty typist zsh -f -i
zpty -w typist 'PS1=; autoload -Uz compinit; compinit -D -u; source '${(q)1}
zpty -w typist 'compadd() {
  if [[ ${@[(I)-[AOD]*]} -gt 0 ]]; then builtin compadd "$@"; return; fi
  local -a proposed
  builtin compadd -A proposed "$@"
  (( $#proposed )) && print -rl -- $proposed >> $PROPOSED
  builtin compadd "$@"
}'
zpty -w typist 'bindkey "^I" complete-word; done-with-it() { print DONE >> $PROPOSED; exit }; zle -N done-with-it; bindkey "^X" done-with-it'
sleep 0.5
zpty -n -w typist "$2"$'\t\x18'
for (( waited = 0; waited < 100; waited++ )); do
  grep -q '^DONE$' $PROPOSED && break
  sleep 0.1
done
grep -v '^DONE$' $PROPOSED | sort -u
rm -f $PROPOSED
zpty -d typist
exit 0
