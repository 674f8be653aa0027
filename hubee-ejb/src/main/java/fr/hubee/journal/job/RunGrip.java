package fr.hubee.journal.job;

/** The answer to a node's heartbeat for its run. */
public enum RunGrip {
    HELD,
    /** An administrator wants it to stop. */
    TO_BE_STOPPED,
    /** The heartbeat was missing too long: another node has taken the run over. */
    LOST
}
