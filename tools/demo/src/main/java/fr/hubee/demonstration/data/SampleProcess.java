package fr.hubee.demonstration.data;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;

/** The démarches of the demonstration, with their files. */
enum SampleProcess {
    CIVIL_STATUS("EtatCivil", "DILA-EtatC", Operator.DILA, true, false),
    DEATH("CERTDC", "DGS-CERTDC", Operator.DGS, false, false),
    PACS("depotDossierPACS", "DILA-PACS", Operator.DILA, true, false),
    CENSUS("recensementCitoyen", "DILA-RCO", Operator.DILA, true, true),
    MOVING("JeChangeDeCoordonnees", "DILA-JCC", Operator.DILA, true, false),
    RSA("RSABEI-RSABAI", "CNAF-RSABEI", Operator.CNAF, false, false),
    RSA_MONTHLY("RSABEM-RSABAM", "CNAF-RSABEM", Operator.CNAF, false, false);

    final String code;
    final String prefix;
    final Operator operator;
    /** Whether the town may write to the applicant. */
    final boolean messages;
    /** Whether the town may request complements, and send files. */
    final boolean complements;

    SampleProcess(String code, String prefix, Operator operator, boolean messages, boolean complements) {
        this.code = code;
        this.prefix = prefix;
        this.operator = operator;
        this.messages = messages;
        this.complements = complements;
    }

    /** The sender. */
    enum Operator {
        DILA("99000001000019", "demo-dila", "Service public"),
        DGS("99000002800011", "demo-dgs", "CertDc"),
        CNAF("99000003600014", "demo-cnaf", "Échanges RSA");

        private final String companyRegister;
        final String client;
        final String application;

        Operator(String companyRegister, String client, String application) {
            this.companyRegister = companyRegister;
            this.client = client;
            this.application = application;
        }

        OrganizationKey organization() {
            return new OrganizationKey(OrganizationType.OSL, companyRegister, "00000");
        }
    }

    List<SampleFile> files(SampleApplicant applicant, String number) {
        var about = List.of("Numéro : " + number, "Nom : " + applicant.lastName(), "Prénom : " + applicant.firstName());
        return switch (this) {
            case CIVIL_STATUS ->
                List.of(
                        SampleFile.pdf(
                                "demande-acte-naissance.pdf",
                                "ActeEtatCivil-PDF",
                                "Demande d’acte de naissance",
                                about),
                        SampleFile.xml("demande.xml", "ActeEtatCivil-XML", "demandeActe", applicant, number));
            case DEATH ->
                List.of(
                        SampleFile.pdf(
                                "certificat-de-deces.pdf",
                                "DD_Certificatdedeces",
                                "Certificat de décès, volet administratif",
                                about),
                        SampleFile.xml(
                                "volet-administratif.xml",
                                "VA_CertificatdeDeces",
                                "voletAdministratif",
                                applicant,
                                number));
            case PACS ->
                List.of(
                        SampleFile.pdf("recapitulatif.pdf", "recapPDF", "Conclusion d’un Pacs : récapitulatif", about),
                        SampleFile.pdf("acte-naissance-1.pdf", "an", "Copie d’acte de naissance", about),
                        SampleFile.pdf("acte-naissance-2.pdf", "anp", "Copie d’acte de naissance du partenaire", about),
                        SampleFile.pdf("convention.pdf", "cp", "Convention de Pacs", about),
                        SampleFile.xml("flux-pacs.xml", "flux-pacs", "dossierPacs", applicant, number));
            case CENSUS ->
                List.of(
                        SampleFile.pdf("recensement.pdf", "10870-PDF", "Recensement citoyen obligatoire", about),
                        SampleFile.pdf("piece-identite.pdf", "ji", "Justificatif d’identité", about),
                        SampleFile.xml("recensement.xml", "10870-XML", "recensement", applicant, number));
            case MOVING ->
                List.of(SampleFile.xml(
                        "changement-coordonnees.xml", "flux-siv", "changementCoordonnees", applicant, number));
            case RSA -> List.of(SampleFile.xml("RSABEI.xml", "RSABEI", "beneficiaires", applicant, number));
            case RSA_MONTHLY -> List.of(SampleFile.xml("RSABEM.xml", "RSABEM", "beneficiaires", applicant, number));
        };
    }
}
