package fr.hubee.it.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The relay that the server sends to: the mail catcher, which fails as a test asks.
 *
 * <p>An address that begins with {@code refused.} is refused for good. With {@code later.}, {@code cut.} or {@code hung.}, the first
 * message is refused for now, its connection is cut after the message, or it is not answered; the next one is accepted.
 */
final class Relay {
    private Relay() {}

    /** Makes the relay refuse all connections. */
    static void down() {
        say("XDOWN");
    }

    static void up() {
        say("XUP");
    }

    private static void say(String command) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger("hubee.it.smtp"))) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            answers.readLine();
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = answers.readLine();
            if (answer == null || !answer.startsWith("250")) {
                throw new AssertionError(answer);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
