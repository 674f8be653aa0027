package fr.hubee.http;

import fr.hubee.http.TrustedProxies.Forwarded;
import fr.hubee.kernel.shared.Network;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The headers of proxies, and paths and types that choose who reads a body: nobody becomes a caller that the proxy has not seen. */
public final class ForwardedFuzz {
    private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8");
    private static final InetAddress PROXY = Network.address("10.0.0.1").orElseThrow();
    private static final InetAddress STRANGER = Network.address("192.0.2.7").orElseThrow();

    private ForwardedFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        var values = List.of(text.split(",", -1));
        PROXIES.caller(PROXY, values);
        if (!PROXIES.caller(STRANGER, values).equals(STRANGER)) {
            throw new AssertionError("A stranger chooses its address");
        }
        new Forwarded(values, values, values)
                .host(text)
                .filter(host -> !host.matches("[A-Za-z0-9.:\\[\\]-]+"))
                .ifPresent(host -> {
                    throw new AssertionError(host);
                });
        new Forwarded(values, List.of(), List.of()).protocol();
        Network.around(text);
        RequestKind.of("PUT", text, text, text, -1).most();
    }
}
