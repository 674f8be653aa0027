package fr.hubee.journal.seal;

import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A time stamp: somebody has signed that these bytes existed at that time. It must be checked before its content is used. */
public final class Stamp {
    private final TimeStampToken token;

    Stamp(TimeStampToken token) {
        this.token = token;
    }

    /** @throws IllegalArgumentException if they are not the bytes of a stamp */
    public static Stamp of(byte[] token) {
        try {
            return new Stamp(new TimeStampToken(new CMSSignedData(token)));
        } catch (CMSException | TSPException | IOException | RuntimeException invalid) {
            throw new IllegalArgumentException("no time stamp", invalid);
        }
    }

    public byte[] bytes() {
        try {
            return token.getEncoded();
        } catch (IOException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    public Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** The name in the certificate that signed. */
    public String authority() {
        return signer().getSubject().toString();
    }

    /**
     * @param content the stamped content
     * @param trusted empty without a trusted authority: the signature is then checked with the certificate that it carries
     * @throws IllegalArgumentException if it is not a stamp of that content by a trusted authority
     */
    public void check(byte[] content, Authorities trusted) {
        var info = token.getTimeStampInfo();
        if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                || !MessageDigest.isEqual(Sha256.of(content), info.getMessageImprintDigest())) {
            throw new IllegalArgumentException("it is a time stamp of something else");
        }
        try {
            var signer = signer();
            // known by no name to the server: nobody else gets it
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(signer));
            if (!trusted.isEmpty()) {
                trusted.check(certificate(signer), carried(), at());
            }
        } catch (TSPException | IllegalArgumentException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        } catch (OperatorCreationException | GeneralSecurityException | RuntimeException invalid) {
            throw new IllegalArgumentException("its certificate cannot be used", invalid);
        }
    }

    @SuppressWarnings("unchecked") // the identifier of a signer does not say of what it is one
    private X509CertificateHolder signer() {
        Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the certificate of its authority is not in it"));
    }

    private List<X509Certificate> carried() throws GeneralSecurityException {
        var found = new ArrayList<X509Certificate>();
        for (var each : token.getCertificates().getMatches(null)) {
            found.add(certificate(each));
        }
        return found;
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
