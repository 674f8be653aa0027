package fr.hubee.demonstration.scenario;

/** The hub did not answer as expected; the message contains the expectation. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnexpectedAnswer(String message) {
        super(message);
    }
}
