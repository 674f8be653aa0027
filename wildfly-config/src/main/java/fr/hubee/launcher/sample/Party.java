package fr.hubee.launcher.sample;

/** An organisation, by its key. */
record Party(String type, String companyRegister, String branchCode) {

    String key() {
        return type + "-" + companyRegister + "-" + branchCode;
    }
}
