package fr.hubee.cli.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** The addresses of this machine at which other machines reach it. */
record OutsideAddresses(List<InetAddress> all) {
    private static final int TIMEOUT = 500;

    OutsideAddresses {
        all = List.copyOf(all);
    }

    static OutsideAddresses ofThisMachine() throws IOException {
        return new OutsideAddresses(NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList());
    }

    /** Returns one at which something answers now. */
    Optional<InetAddress> answering(int port) {
        return all.stream().filter(address -> answers(address, port)).findFirst();
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT);
            return true;
        } catch (IOException failure) {
            return false;
        }
    }
}
