package fr.hubee.exchange.receipt;

/** The kind of act that a receipt proves. */
public enum ReceiptKind {
    /** Files and data have come, and were passed on to their recipient. */
    DEPOSIT("Récépissé de dépôt"),
    /** Their recipient has read them, for the first time. */
    WITHDRAWAL("Récépissé de retrait"),
    STATUS("Récépissé de changement de statut"),
    CLOSING("Récépissé de clôture"),
    DELETION("Récépissé de suppression");

    private final String label;

    ReceiptKind(String label) {
        this.label = label;
    }

    /** Returns the text on screen and on paper. */
    public String label() {
        return label;
    }
}
