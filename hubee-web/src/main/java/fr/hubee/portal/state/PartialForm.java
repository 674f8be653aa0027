package fr.hubee.portal.state;

/** A form without a field that its page has. */
public class PartialForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param field its name, as our page has it */
    PartialForm(String field) {
        super("without " + field);
    }
}
