/** The numbering plans of the world behind a door of our own, so that posts without a number never load them. */
export interface PhonePlans {
  /** Whether a number is assigned: digits, with a leading `+` where the country is told; else British. */
  isAssigned(number: string): boolean;
}
