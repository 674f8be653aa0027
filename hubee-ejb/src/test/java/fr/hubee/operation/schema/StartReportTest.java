package fr.hubee.operation.schema;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.files.storage.BlobPlace;
import fr.hubee.journal.job.HubStarted;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartReportTest {
    static final String DATABASE = "PostgreSQL 18.6 at jdbc:postgresql://db:5432/hubee";

    @Test
    void theLastLineOfAStartSaysWhatTheServerUses() {
        var facts = new StartReport.Facts(
                2,
                URI.create("https://hubee.example"),
                DATABASE,
                BlobPlace.of("s3://files/hubee"),
                Optional.of(InetSocketAddress.createUnresolved("scanner", 3310)),
                Optional.of("spring"),
                true,
                Optional.of(URI.create("https://stamps.example")),
                Optional.of(URI.create("https://witness.example")));

        assertEquals(
                "HubEE is ready: release 2, https://hubee.example, database " + DATABASE
                        + ", files in s3://files/hubee/, scanner scanner:3310, master key spring. Nothing is off",
                facts.text());
    }

    @Test
    void whatIsOffIsNamedWithItsSetting() {
        var facts = new StartReport.Facts(
                2,
                URI.create("http://localhost:8080"),
                DATABASE,
                BlobPlace.of("/var/lib/hubee/blobs"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());

        assertEquals(
                "HubEE is ready: release 2, http://localhost:8080, database " + DATABASE
                        + ", files in /var/lib/hubee/blobs. Off: antivirus (HUBEE_ANTIVIRUS),"
                        + " encryption of files (HUBEE_MASTER_KEY), signature of the journal (HUBEE_KEY),"
                        + " time stamps of the journal (HUBEE_TSA), witness of the journal (HUBEE_WITNESS)",
                facts.text());
    }

    @Test
    void parametersOfTheDatabaseAreNotLogged() {
        assertEquals(
                "jdbc:postgresql://db:5432/hubee",
                StartReport.withoutParameters("jdbc:postgresql://db:5432/hubee?password=secret&ssl=true"));
        assertEquals(
                "jdbc:postgresql://db:5432/hubee", StartReport.withoutParameters("jdbc:postgresql://db:5432/hubee"));
    }

    @Test
    void aFailureOfItDoesNotStopTheStart() {
        assertDoesNotThrow(() -> new StartReport().report(new HubStarted()), "without a server");
    }
}
