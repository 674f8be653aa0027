package fr.hubee.demonstration.data;

/** The key of an organisation. */
record SampleOrganization(String type, String companyRegister, String branchCode) {

    String key() {
        return type + "-" + companyRegister + "-" + branchCode;
    }
}
