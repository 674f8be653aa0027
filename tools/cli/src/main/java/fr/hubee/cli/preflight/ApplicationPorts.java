package fr.hubee.cli.preflight;

import java.util.Set;

/**
 * Finds where the ports of the application listen: as configured, and as they answer now, since a start may override it ({@code -b}). Nobody
 * but the proxy calls them, so they need no address that everybody reaches.
 */
final class ApplicationPorts {
    private static final Set<String> ALL = Set.of("0.0.0.0", "::", "any-address");
    private static final int HTTP = 8080;
    private static final int HTTPS = 8443;

    private final ServerConfiguration configuration;
    private final OutsideAddresses outside;

    ApplicationPorts(ServerConfiguration configuration, OutsideAddresses outside) {
        this.configuration = configuration;
        this.outside = outside;
    }

    void say(Findings findings) {
        int http = configuration.port("http", HTTP);
        var ports = http + " and " + configuration.port("https", HTTPS);
        var configured = configuration.address("public");
        findings.title("The ports of the application");
        if (ALL.contains(configured)) {
            findings.note(ports + " listen at all addresses of this machine (" + configured + ")");
            advise(findings);
        } else if (!ServerConfiguration.isLoopback(configured)) {
            findings.ok(ports + " listen at " + configured + ": a firewall lets nobody but the proxies reach them");
        } else {
            outside.answering(http)
                    .ifPresentOrElse(
                            address -> {
                                findings.note(
                                        ports + " are configured for " + configured + ", but " + http + " answers at "
                                                + address.getHostAddress() + ": the server was started with -b");
                                advise(findings);
                            },
                            () -> findings.ok(ports + " listen on this machine only (" + configured + ")"));
        }
    }

    private static void advise(Findings findings) {
        findings.detail(
                "set JBOSS_BIND_ADDRESS to the one address that the proxy calls, 127.0.0.1 where it is on this machine, and");
        findings.detail("close the ports to everybody else (docs/production.md, steps 5 and 7)");
    }
}
