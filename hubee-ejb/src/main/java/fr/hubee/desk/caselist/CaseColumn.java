package fr.hubee.desk.caselist;

/** The optional columns of the list of télédossiers, after number and status. */
public enum CaseColumn {
    PROCESS("Démarche"),
    PERSON("Demandeur ou personne concernée"),
    RECIPIENT("Administration destinataire"),
    TRANSMITTED("Transmission"),
    UPDATED("Dernière mise à jour");

    private final String label;

    CaseColumn(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
