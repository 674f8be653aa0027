package fr.hubee.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Measures one large file on its way in and out, and the same bytes in a plain file. */
final class LargeFile {
    /** Bytes of a file to warm up, sent so often that the JVM compiles nothing more during the measure. */
    private static final long WARM_UP = 256L << 20;

    private static final int WARM_UPS = 12;

    private final Bed bed;
    private final Options options;
    private final Partner osl;
    private final Partner si;

    LargeFile(Bed bed, Path project, Options options) throws IOException, InterruptedException {
        this.bed = bed;
        this.options = options;
        this.osl = Partner.named("demo-rsa", project, bed.address());
        this.si = Partner.named("demo-haute-rivaine-rsa", project, bed.address());
    }

    void measure(Report report) throws IOException, InterruptedException, SQLException {
        for (int time = 0; time < WARM_UPS; time++) {
            var small = announce(WARM_UP);
            upload(small);
            complete(small);
            download(small);
        }
        var large = announce(options.bytes());
        bed.settle();
        Pause.of(options, bed, "upload");
        var upload = bed.measure(() -> upload(large));
        complete(large);
        bed.settle();
        Pause.of(options, bed, "download");
        var download = bed.measure(() -> download(large));
        double gigabytes = options.bytes() / 1e9;
        report.upload(upload.per(gigabytes));
        report.download(download.per(gigabytes));
        floor(report, gigabytes);
    }

    private void floor(Report report, double gigabytes) throws IOException, InterruptedException, SQLException {
        var floor = new FileFloor(bed);
        var file = bed.scratch().resolve("large");
        report.uploadFloor(floor.write(file, options.bytes()).per(gigabytes));
        report.downloadFloor(floor.readAll(file).per(gigabytes));
        Files.delete(file);
    }

    private record Deposit(String folder, String aCase, String attachment, long size) {
        String inFolder() {
            return folder + "/attachments/" + attachment;
        }

        String inCase() {
            return aCase + "/attachments/" + attachment;
        }
    }

    private Deposit announce(long size) throws IOException, InterruptedException {
        var created = osl.sendJson("POST", "/teledossiers/v1/folders", """
                {"externalId": "B-LARGE", "processCode": "RSA",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple"},
                 "cases": [{"externalId": "B-LARGE-01",
                   "recipient": {"type": "SI", "companyRegister": "99000200800011", "branchCode": "99000"}}],
                 "attachments": [{"fileName": "flux.xml", "type": "documents", "mimeType": "application/xml",
                   "size": %d, "recipients": ["B-LARGE-01"]}]}""".formatted(size));
        return new Deposit(
                "/teledossiers/v1/folders/" + created.path("id").asText(),
                "/teledossiers/v1/cases/" + created.at("/cases/0/id").asText(),
                created.at("/attachments/0/id").asText(),
                size);
    }

    private void upload(Deposit deposit) throws IOException, InterruptedException {
        var body = BodyPublishers.ofInputStream(() -> new LargeBody(deposit.size()));
        osl.put(deposit.inFolder(), BodyPublishers.fromPublisher(body, deposit.size()));
    }

    private void complete(Deposit deposit) throws IOException, InterruptedException {
        osl.sendJson("PATCH", deposit.folder(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}");
    }

    private void download(Deposit deposit) throws IOException, InterruptedException {
        si.get(deposit.inCase(), BodyHandlers.discarding());
    }
}
