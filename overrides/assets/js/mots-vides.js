// Words, without their accents, that most pages hold: they are not asked of the index, which does not know them all.
export const EMPTY = new Set(
  `a ai au aux avec c ca ce ces cet cette d dans de des du elle elles en est et eu eux il ils j je jusqu l la le les leur
  leurs lorsqu lui m ma mais me mes mon n ne nos notre nous on ont ou par pas plus pour puisqu qu que qui quoiqu s sa
  sans se ses si son sont sur t ta te tes ton tu un une vos votre vous y`.split(/\s+/),
);
