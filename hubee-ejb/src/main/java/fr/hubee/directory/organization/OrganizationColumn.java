package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.FrenchOrder;
import java.util.Locale;

/** Sort columns of the register; the contract's words, in lower case (specification §4.6). */
public enum OrganizationColumn {
    CODE("o.code"),
    TYPE("o.key.type"),
    NAME("o.name"),
    COMPANY_REGISTER("o.key.companyRegister"),
    BRANCHE_CODE("o.key.branchCode"), // the contract's spelling
    COUNTRY("o.country"),
    POSTAL_CODE("o.postalCode"),
    TERRITORY("o.territory"),
    EMAIL("o.email"),
    PHONE_NUMBER("o.phoneNumber"),
    STATUS("o.status"),
    CREATE_DATE_TIME("o.createdAt");

    private final String path;

    OrganizationColumn(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Returns the path for people, who read names in the order of French; the contract has the order of bytes. */
    String frenchPath() {
        return this == NAME || this == TERRITORY ? FrenchOrder.of(path) : path;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
