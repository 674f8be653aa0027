package fr.hubee.journal.job;

import jakarta.ejb.ApplicationException;

/** The node's heartbeat was missing too long, and another node has taken the run over: this work is rolled back. */
@ApplicationException(rollback = true)
public final class RunLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunLost() {
        super("The run belongs to another node");
    }
}
