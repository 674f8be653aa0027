package fr.hubee.portal.page;

/** Thrown for a form without a field that its page has. */
public class PartialForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Returns a choice that browsers always send.
     *
     * @throws PartialForm without it
     */
    public static <T> T requireSent(T choice, String field) {
        if (choice == null) {
            throw new PartialForm(field);
        }
        return choice;
    }

    /** @param field its name, as our page has it */
    PartialForm(String field) {
        super("without " + field);
    }
}
