package fr.hubee.job;

import jakarta.ejb.ApplicationException;

/** Whoever runs a job was silent too long, and another node has taken it over: nothing of this counts. */
@ApplicationException(rollback = true)
public final class RunLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunLost() {
        super("The run belongs to another node");
    }
}
