package fr.hubee.demonstration.screens;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the screenshots of {@code docs/screens}; {@code ./dev demo} must be running. */
public final class Screens {
    private static final Path PICTURES = Path.of("docs/screens");
    private static final int HEIGHT = 900;

    private final String address;
    private final Connection database;
    private final Chromium chromium;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private Screens(String address, Connection database, Chromium chromium) {
        this.address = address;
        this.database = database;
        this.chromium = chromium;
    }

    /** @param names of the wanted screenshots; none for all */
    public static void main(String... names) throws IOException, InterruptedException {
        var ports = Ports.fromEnvironment();
        var url = "jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + EmbeddedDatabase.NAME;
        try (var database = DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                var chromium = Chromium.start()) {
            Files.createDirectories(PICTURES);
            var screens = new Screens("http://localhost:" + ports.http(), database, chromium);
            for (var shot : Screenshot.all()) {
                if (names.length == 0 || Set.of(names).contains(shot.name())) {
                    screens.take(shot);
                }
            }
        } catch (SQLException failure) {
            System.err.println(
                    "Start the demonstration first, in another terminal: ./dev demo (" + failure.getMessage() + ")");
            System.exit(1);
        }
    }

    private void take(Screenshot shot) throws SQLException, IOException, InterruptedException {
        chromium.emulate(shot.width(), HEIGHT, shot.dark());
        chromium.signIn(address, shot.who() == null || shot.isMail() ? null : session(shot.who()));
        chromium.open(shot.isMail() ? CaughtHtml.address(shot.who(), shot.mail()) : address + path(shot));
        if (shot.click() != null) {
            chromium.click(shot.click());
        }
        Thread.sleep(400); // animations have ended
        var picture = Palette.of(chromium.picture());
        Files.write(PICTURES.resolve(shot.name() + ".png"), picture);
        System.out.println(shot.name() + ": " + picture.length / 1024 + " kB, « " + chromium.title() + " »");
    }

    private String path(Screenshot shot) throws SQLException {
        return shot.query() == null ? shot.path() : shot.path().formatted(one(shot.query()));
    }

    private String one(String query) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(query)) {
            if (!found.next()) {
                throw new IllegalStateException("The demonstration has nothing for: " + query);
            }
            return found.getString(1);
        }
    }

    /** Opens a session in the database, which avoids the code by e-mail. */
    private String session(String email) throws SQLException {
        var known = sessions.get(email);
        if (known != null) {
            return known;
        }
        var token = UUID.randomUUID().toString();
        try (var insert = database.prepareStatement(
                "insert into person_session (token_hash, account_id, method, opened_at, used_at, second_factor_at)"
                        + " select ?, id, 'PASSWORD_AND_MAIL_CODE', now(), now(), now() from account where email = ?")) {
            insert.setString(1, hash(token));
            insert.setString(2, email);
            insert.executeUpdate();
        }
        sessions.put(email, token);
        return token;
    }

    private static String hash(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
