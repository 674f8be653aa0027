package fr.hubee.directory.organization;

/**
 * The data of an organisation except its key.
 *
 * @param status {@link #ACTIVE}, {@link #INACTIVE}, or any value sent by a partner
 * @param population number of inhabitants; null when unknown, as after a change by the API, which does not contain it
 */
public record OrganizationDetails(
        String name,
        String code,
        String country,
        String postalCode,
        String territory,
        String email,
        String phoneNumber,
        String status,
        Integer population) {
    public static final String ACTIVE = "Actif";
    public static final String INACTIVE = "Inactif";

    public boolean isActive() {
        return ACTIVE.equalsIgnoreCase(status);
    }

    OrganizationDetails withStatus(String other) {
        return new OrganizationDetails(
                name, code, country, postalCode, territory, email, phoneNumber, other, population);
    }

    /** Returns the details with this number of inhabitants, for a change by the API, which keeps it. */
    OrganizationDetails withPopulation(Integer known) {
        return new OrganizationDetails(name, code, country, postalCode, territory, email, phoneNumber, status, known);
    }
}
