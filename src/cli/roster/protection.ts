/** What a roster file protects from, in plain words: in the help, and after every build. */
export const PROTECTION = `What the file gives away: without the key nobody can read a name in it, nor test whether a name is in
it. It shows how many forms of names it holds, and so roughly how many pupils there are.
Who has the file and the key can test one name after another, and will find out who is a pupil. So keep
the key apart: not in the same shared folder or repository, and only with people who may know the names.
The list that you built it from still holds all names: keep it where pupils’ records belong.`;
