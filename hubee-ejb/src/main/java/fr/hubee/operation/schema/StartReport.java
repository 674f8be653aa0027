package fr.hubee.operation.schema;

import fr.hubee.files.encryption.MasterKey;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.journal.seal.StampSettings;
import fr.hubee.kernel.settings.PublicAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;

/** Logs the last line of a start: which release this is, what it uses, and what is off. */
@ApplicationScoped
class StartReport {
    private static final System.Logger LOG = System.getLogger(StartReport.class.getName());

    /** States of a server that will not be ready. */
    private static final Set<String> ENDING = Set.of("stopping", "stopped");

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    @Resource
    ManagedExecutorService threads;

    @Inject
    PublicAddress address;

    @Inject
    StorageSettings storage;

    @Inject
    AntivirusSettings antivirus;

    @Inject
    MasterKeySettings masterKeys;

    @Inject
    SealSettings seal;

    @Inject
    StampSettings stamps;

    void report(@Observes HubStarted started) {
        sayOnceUp();
    }

    private Facts facts() throws SQLException {
        try (var connection = database.getConnection()) {
            var server = connection.getMetaData();
            return new Facts(
                    Release.THIS.number(),
                    address.uri(),
                    "PostgreSQL " + server.getDatabaseProductVersion() + " at " + withoutParameters(server.getURL()),
                    storage.blobs(),
                    antivirus.scanner(),
                    masterKeys.current().map(MasterKey::name),
                    seal.key().isPresent(),
                    stamps.address(),
                    seal.witness());
        }
    }

    /** Parameters of an address may hold a password. */
    static String withoutParameters(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    /**
     * Waits for the server, which has lines of its own to write after the modules have started. A failure is logged only: the hub works
     * without this line, and other observers of the start come after this one.
     */
    private void sayOnceUp() {
        try {
            var state = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("jboss.root:type=state"), "ProcessState");
            if (state.equals("starting")) {
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, threads).execute(this::sayOnceUp);
            } else if (!ENDING.contains(state)) {
                LOG.log(Level.INFO, facts().text());
            }
        } catch (JMException | SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, "It cannot be told what this server uses: " + failure);
        }
    }

    /**
     * The state of a server at its start.
     *
     * @param scanner empty where files are not scanned
     * @param masterKey its name; empty where files are not encrypted
     * @param signed whether heads of the journal are signed
     * @param stamps the authority that stamps them
     */
    record Facts(
            int release,
            URI address,
            String database,
            BlobPlace store,
            Optional<SocketAddress> scanner,
            Optional<String> masterKey,
            boolean signed,
            Optional<URI> stamps,
            Optional<URI> witness) {

        String text() {
            return "HubEE is ready: release " + release + ", " + address + ", database " + database + ", files in "
                    + place(store)
                    + scanner.map(each -> ", scanner " + place(each)).orElse("")
                    + masterKey.map(name -> ", master key " + name).orElse("")
                    + ". " + off();
        }

        private String off() {
            var parts = new LinkedHashMap<String, Boolean>();
            parts.put("antivirus (HUBEE_ANTIVIRUS)", scanner.isPresent());
            parts.put("encryption of files (HUBEE_MASTER_KEY)", masterKey.isPresent());
            parts.put("signature of the journal (HUBEE_KEY)", signed);
            parts.put("time stamps of the journal (HUBEE_TSA)", stamps.isPresent());
            parts.put("witness of the journal (HUBEE_WITNESS)", witness.isPresent());
            parts.values().removeIf(on -> on);
            return parts.isEmpty()
                    ? "Nothing is off"
                    : parts.keySet().stream().collect(Collectors.joining(", ", "Off: ", ""));
        }

        private static String place(BlobPlace store) {
            return store instanceof BlobPlace.Bucket bucket
                    ? BlobPlace.S3 + bucket.name() + "/" + bucket.prefix()
                    : ((BlobPlace.Folder) store).path().toString();
        }

        private static String place(SocketAddress scanner) {
            return scanner instanceof InetSocketAddress host
                    ? host.getHostString() + ":" + host.getPort()
                    : scanner.toString();
        }
    }
}
