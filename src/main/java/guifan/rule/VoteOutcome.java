package guifan.rule;

import guifan.source.Text;

/** What is made of the ballots. */
public sealed interface VoteOutcome permits VoteRate, VoteMajority {

    /** Returns the form on the shares that {@code quotients} makes. */
    Form form(Vote vote);

    Text sentence(Vote vote);
}
