package fr.hubee.demonstration.scenario;

/** What a partner's software signs in with, and in whose name. */
public record Credentials(
        String clientId, String secret, String scope, String type, String companyRegister, String branchCode) {

    /** The organisation, as the contract writes it. */
    String organization() {
        return """
                {"type": "%s", "companyRegister": "%s", "branchCode": "%s"}""".formatted(type, companyRegister, branchCode);
    }

    @Override
    public String toString() {
        return clientId; // never the secret
    }
}
