package fr.hubee.clients.bench;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHead;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A certificate of software as a JSON Web Signature, which is verified without the hub; {@code docs/certificates.md} has its claims.
 *
 * @param issuer the public address of the hub whose bench it passed
 * @param scenarios that it passed
 * @param signer the name of the key
 */
public record SignedCertificate(SoftwareCertificate certificate, String issuer, List<String> scenarios, String signer) {
    private static final String TYPE = "hubee-software-certificate";
    private static final long VERSION = 1;

    static SoftwareCertificate sign(
            SoftwareCertificate certificate, String issuer, Collection<String> scenarios, SealKey key) {
        var software = new LinkedHashMap<String, Object>();
        software.put("editor", certificate.software().editorName());
        software.put("application", certificate.software().applicationName());
        software.put("version", certificate.software().softwareVersion());
        software.put("major", certificate.majorVersion());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("version", VERSION);
        claims.put("iss", issuer);
        claims.put("sub", certificate.organization().toString());
        claims.put("jti", certificate.id().toString());
        claims.put("iat", certificate.issuedAt().getEpochSecond());
        claims.put("exp", certificate.expiresAt().getEpochSecond());
        claims.put("profile", certificate.profile().name());
        claims.put("software", software);
        claims.put("scenarios", scenarios.stream().sorted().toList());
        return certificate.signedAs(SignedClaims.signWithKey(TYPE, claims, key));
    }

    /** Whether it claims to be a certificate of software. */
    public static boolean isOne(String jws) {
        try {
            var type = SignedClaims.parse(jws).getHeader().getType();
            return type != null && TYPE.equals(type.getType());
        } catch (ParseException invalid) {
            return false;
        }
    }

    /**
     * Returns what is signed; it may have ended, or been revoked since.
     *
     * @param isTrusted whether the key of that name, which the certificate contains, may have signed it
     * @throws IllegalArgumentException with the problem
     */
    public static SignedCertificate verify(String jws, Predicate<String> isTrusted) {
        var key = SignedClaims.keyIn(TYPE, jws);
        Function<String, PublicKey> keys =
                name -> name.equals(key.getKeyID()) && isTrusted.test(name) ? TreeHead.publicKey(key) : null;
        var claims = SignedClaims.verify(TYPE, jws, keys);
        try {
            return read(claims, jws, key.getKeyID());
        } catch (ParseException | RuntimeException invalid) {
            throw new IllegalArgumentException("signed, but no certificate", invalid);
        }
    }

    private static SignedCertificate read(Map<String, Object> claims, String jws, String signer) throws ParseException {
        if (JSONObjectUtils.getLong(claims, "version") != VERSION) {
            throw new IllegalArgumentException("a certificate of a version that is not known");
        }
        var software = JSONObjectUtils.getJSONObject(claims, "software");
        var certificate = new SoftwareCertificate(
                UUID.fromString(JSONObjectUtils.getString(claims, "jti")),
                SoftwareProfile.valueOf(JSONObjectUtils.getString(claims, "profile")),
                OrganizationKey.parse(JSONObjectUtils.getString(claims, "sub")).orElseThrow(),
                new PartnerInfo(
                        JSONObjectUtils.getString(software, "editor"),
                        JSONObjectUtils.getString(software, "application"),
                        JSONObjectUtils.getString(software, "version")),
                Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "iat")),
                Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "exp")));
        return new SignedCertificate(
                certificate.signedAs(jws),
                JSONObjectUtils.getString(claims, "iss"),
                JSONObjectUtils.getStringList(claims, "scenarios"),
                signer);
    }
}
