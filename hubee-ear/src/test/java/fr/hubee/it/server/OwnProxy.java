package fr.hubee.it.server;

import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;

/** The shipped proxy in front of two servers of a test, and a client that trusts its certificate. */
public final class OwnProxy implements Closeable {
    private static final Path SHIPPED =
            Path.of(System.getProperty("hubee.server"), "../../src/main/haproxy/haproxy.cfg");

    private final HaProxy proxy;
    private final Ports ports;

    private OwnProxy(HaProxy proxy, Ports ports) {
        this.proxy = proxy;
        this.ports = ports;
    }

    /** Returns its ports, which its servers must know before they start. */
    public static Ports ports() {
        return TestParts.freePorts(6_000);
    }

    public static OwnProxy start(Ports ports, OwnServer one, OwnServer two) throws IOException, InterruptedException {
        return new OwnProxy(HaProxy.start(SHIPPED, ports, List.of(one.place(), two.place())), ports);
    }

    /** Starts it in front of one server, at this host and port. */
    public static OwnProxy start(Ports ports, String place) throws IOException, InterruptedException {
        return new OwnProxy(HaProxy.start(SHIPPED, ports, List.of(place)), ports);
    }

    public static String address(Ports ports) {
        return "https://127.0.0.1:" + ports.https();
    }

    public String address() {
        return address(ports);
    }

    /** Returns a client that trusts its certificate. */
    public HttpClient client() throws IOException, GeneralSecurityException {
        return proxy.client();
    }

    /** Whether it sends requests to that node. */
    public boolean sends(String node) throws IOException {
        return proxy.sends(node);
    }

    public void crash() throws IOException, InterruptedException {
        proxy.crash();
    }

    /** @return the process that ends with its last connection */
    public ProcessHandle reload() throws IOException, InterruptedException {
        return proxy.reload();
    }

    /** Runs the work while all requests go to the other node. */
    public <T> T without(String node, Callable<T> work) throws Exception {
        proxy.set(node, "drain");
        try {
            return work.call();
        } finally {
            proxy.set(node, "ready");
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
