package fr.hubee.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A self-signed certificate of this machine, made with the JDK's keytool, as PEM; for tests. */
public record SelfSigned(String certificate, String key) {
    private static final String PASSWORD = "of-a-test";

    /** @param algorithm the key algorithm: RSA or EC */
    public static SelfSigned make(Path folder, String name, String algorithm)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve(name + "-" + algorithm + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        var made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (made != 0) {
            throw new IOException("keytool ended with " + made);
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new SelfSigned(
                pem("CERTIFICATE", keys.getCertificate("it").getEncoded()),
                pem("PRIVATE KEY", keys.getKey("it", PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
    }

    /** @param age sets the files' time, so that files written at once differ */
    public void write(Path certificateFile, Path keyFile, int age) throws IOException {
        write(certificateFile, certificate, age);
        write(keyFile, key, age);
    }

    public static void write(Path file, String text, int age) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(age));
    }
}
