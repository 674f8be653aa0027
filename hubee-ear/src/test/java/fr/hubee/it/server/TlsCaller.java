package fr.hubee.it.server;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A TLS client that shows more of the connection than a browser does; each call is a new handshake. */
public final class TlsCaller {
    private static final int PROTOCOL_VERSION = 70;

    private final int port;
    private final AtomicBoolean asked = new AtomicBoolean();
    private KeyStore own;
    private char[] password = {};

    public TlsCaller(int port) {
        this.port = port;
    }

    /** Presents this certificate when the server asks for one. */
    public TlsCaller showing(KeyStore own, char[] password) {
        this.own = own;
        this.password = password.clone();
        return this;
    }

    /** Whether the server has asked for a certificate so far. */
    public boolean wasAsked() {
        return asked.get();
    }

    /** @return the name in the server's certificate, after a page was received */
    public String call(String protocol, String... suites) throws IOException, GeneralSecurityException {
        try (var socket = shakeHands(protocol, suites)) {
            ask(socket, "GET /connexion HTTP/1.1\r\nHost: hub.example\r\nConnection: close\r\n\r\n");
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (!answer.startsWith("HTTP/1.1 ")) {
                throw new IOException(answer);
            }
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    /** @return the whole raw answer over this protocol */
    public String answer(String protocol, String request) throws IOException, GeneralSecurityException {
        try (var socket = shakeHands(protocol)) {
            ask(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @return a connection on which HTTP/2 is spoken */
    public Socket http2() throws IOException, GeneralSecurityException {
        var socket = connect("TLSv1.3", "TLSv1.2"); // Undertow looks for suites that both know
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private SSLSocket shakeHands(String protocol, String... suites) throws IOException, GeneralSecurityException {
        var socket = connect(protocol);
        if (suites.length > 0) {
            socket.setEnabledCipherSuites(suites);
        }
        socket.startHandshake();
        return socket;
    }

    private SSLSocket connect(String... protocols) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new Asked()}, new TrustManager[] {new Anybody()}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setEnabledProtocols(protocols);
        return socket;
    }

    private static void ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether TLS 1.1 is refused. Its ClientHello is written byte by byte, since the JDK does not support it any more. */
    public boolean isAskedForANewerVersion() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(oldHello());
            var answer = socket.getInputStream().readNBytes(7);
            return answer.length == 7 && answer[0] == 0x15 && answer[6] == PROTOCOL_VERSION;
        }
    }

    private static byte[] oldHello() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var hello = new DataOutputStream(bytes);
        hello.write(new byte[] {0x16, 3, 1, 0, 49, 1, 0, 0, 45, 3, 2});
        hello.write(new byte[32]); // need not be random
        hello.write(new byte[] {0, 0, 6, (byte) 0xC0, 0x09, (byte) 0xC0, 0x0A, 0, 0x2F, 1, 0});
        return bytes.toByteArray();
    }

    /** Records that it was asked. */
    private final class Asked extends X509ExtendedKeyManager {
        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            asked.set(true);
            return own == null ? null : standard().chooseClientAlias(keyTypes, issuers, socket);
        }

        private X509ExtendedKeyManager standard() {
            try {
                var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(own, password);
                return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
            } catch (GeneralSecurityException failure) {
                throw new AssertionError(failure);
            }
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return standard().getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return standard().getPrivateKey(alias);
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return standard().getClientAliases(keyType, issuers);
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }
    }

    /** Accepts any certificate. It has the extended type, since the name in the certificate would be checked otherwise. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // the test compares the name
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // the test compares the name
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // the test compares the name
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
