package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.SentCsv;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of an organisation in a form, or the columns of a file. */
public enum OrganizationField {
    TYPE("Type", null),
    COMPANY_REGISTER("SIRET", null),
    BRANCH_CODE("Code guichet", "code insee"),
    NAME("Nom", "raison sociale"),
    CODE("Sigle", null),
    COUNTRY("Pays", null),
    POSTAL_CODE("Code postal", null),
    TERRITORY("Territoire", null),
    EMAIL("Courriel", "e-mail"),
    PHONE_NUMBER("Téléphone", null),
    STATUS("Statut", null),
    POPULATION("Population", "population municipale");

    private final String label;
    private final String otherName;

    OrganizationField(String label, String otherName) {
        this.label = label;
        this.otherName = otherName;
    }

    /** Returns the text on screen, and as column header. */
    public String label() {
        return label;
    }

    /** Whether it is part of the key, which never changes. */
    public boolean isOfKey() {
        return this == TYPE || this == COMPANY_REGISTER || this == BRANCH_CODE;
    }

    /** Whether it is mandatory. */
    public boolean isRequired() {
        return isOfKey() || this == NAME || this == POSTAL_CODE || this == TERRITORY;
    }

    /** @param name in any case, with or without accents, dashes and spaces */
    static Optional<OrganizationField> named(String name) {
        var wanted = SentCsv.plainName(name);
        return Stream.of(values())
                .filter(field -> field.names().contains(wanted))
                .findFirst();
    }

    private List<String> names() {
        return otherName == null
                ? List.of(SentCsv.plainName(label))
                : List.of(SentCsv.plainName(label), SentCsv.plainName(otherName));
    }
}
