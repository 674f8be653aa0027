package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** CAF-contact as software in use sends it: one ZIP of documents. */
class ContactsIT extends OverHttp {
    final Partner cnaf = Partner.of("demo-cnaf");
    final Partner department = Partner.of("demo-haute-rivaine");

    static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("contacts.txt"));
            zip.write(Deposit.REQUEST);
        }
        return bytes.toByteArray();
    }

    Deposit announced(int size) {
        var number = Deposit.number();
        return Deposit.announced(cnaf, """
                {"externalId": "%1$s", "processCode": "CAF-contact",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": null},
                 "cases": [{"externalId": "%1$s-01",
                   "recipient": {"type": "SI", "companyRegister": "99000200800011", "branchCode": "99000"}}],
                 "attachments": [{"fileName": "contacts.zip", "type": "documents", "size": %2$d,
                   "mimeType": "application/zip", "recipients": ["%1$s-01"]}]}""".formatted(number, size));
    }

    @Test
    void aDepartmentReceivesTheZip() throws IOException {
        var zip = zip();
        var deposit = announced(zip.length);
        cnaf.upload(deposit.attachmentPath(), zip).expect(204);
        deposit.complete();

        var received = department
                .get(deposit.casePath() + "/attachments/" + deposit.attachmentId())
                .expect(200);

        assertArrayEquals(zip, received.bytes());
    }

    @Test
    void whatIsNoZipIsRefused() {
        var deposit = announced(Deposit.REQUEST.length);

        cnaf.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(400);
    }
}
