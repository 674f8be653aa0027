package fr.hubee.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;

/** The two files of a deposit, about 20 kB each, and the JSON that announces them. */
final class SampleFiles {
    private static final int RANDOM_BYTES = 15_000;

    private final byte[] xml = file("<?xml version=\"1.0\"?><demande>%s</demande>\n", 1);
    private final byte[] pdf = file("%%PDF-1.4\n%s\n%%%%EOF\n", 2);

    byte[] xml() {
        return xml;
    }

    byte[] pdf() {
        return pdf;
    }

    String folder(String number) {
        return """
                {"externalId": "%1$s", "processCode": "EtatCivil",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": "camille@usager.example"},
                 "cases": [{"externalId": "%1$s-01",
                   "recipient": {"type": "SI", "companyRegister": "99000101800011", "branchCode": "99101"}}],
                 "attachments": [
                   {"fileName": "demande.xml", "type": "ActeEtatCivil-XML", "mimeType": "application/xml",
                    "size": %2$d, "recipients": ["%1$s-01"]},
                   {"fileName": "demande.pdf", "type": "ActeEtatCivil-PDF", "mimeType": "application/pdf",
                    "size": %3$d, "recipients": ["%1$s-01"]}]}""".formatted(number, xml.length, pdf.length);
    }

    static String digest(byte[] bytes) {
        return Base64.getEncoder().encodeToString(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] file(String template, int seed) {
        var random = new byte[RANDOM_BYTES];
        new Random(seed).nextBytes(random);
        return String.format(template, Base64.getEncoder().encodeToString(random))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
