package fr.hubee.demonstration.scenario;

/** The credentials of a partner's software, and its organisation. */
public record Credentials(
        String clientId, String secret, String scope, String type, String companyRegister, String branchCode) {

    /** The organisation, written as in the contract. */
    String organization() {
        return """
                {"type": "%s", "companyRegister": "%s", "branchCode": "%s"}""".formatted(type, companyRegister, branchCode);
    }

    @Override
    public String toString() {
        return clientId; // never the secret
    }
}
