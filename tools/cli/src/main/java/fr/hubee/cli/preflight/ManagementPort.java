package fr.hubee.cli.preflight;

/**
 * Finds where the management port of the server listens, whose health and metrics need no password: as configured, and as it answers now,
 * since a start may override it ({@code -bmanagement}).
 */
final class ManagementPort {
    private static final int USUAL = 9990;

    private final ServerConfiguration configuration;
    private final OutsideAddresses outside;

    ManagementPort(ServerConfiguration configuration, OutsideAddresses outside) {
        this.configuration = configuration;
        this.outside = outside;
    }

    void say(Findings findings) {
        var configured = configuration.address("management");
        var open = outside.answering(configuration.port("management-http", USUAL));
        findings.title("The management port");
        if (!ServerConfiguration.isLoopback(configured)) {
            tell(findings, "is configured for " + configured);
        }
        open.ifPresent(address -> tell(findings, "answers at " + address.getHostAddress()));
        if (ServerConfiguration.isLoopback(configured) && open.isEmpty()) {
            findings.ok("it listens on this machine only (" + configured + ")");
        }
    }

    private static void tell(Findings findings, String where) {
        findings.note("it " + where
                + ", not on this machine only: whoever reaches it reads health and metrics without a password");
        findings.detail(
                "leave jboss.bind.address.management (-bmanagement) at 127.0.0.1, or let nobody but your own tools reach it");
    }
}
