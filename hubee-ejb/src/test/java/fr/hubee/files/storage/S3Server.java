package fr.hubee.files.storage;

import java.io.Closeable;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server of S3 on this machine, with one bucket. */
public interface S3Server extends Closeable {
    String BUCKET = "hubee";

    /** The access key and the secret key of its only user. */
    String KEY = "hubee";

    String REGION = Region.US_EAST_1.id();

    int port();

    default S3Settings settings() {
        return settings(address());
    }

    /** @param endpoint the address to use, such as a connection that can be cut */
    default S3Settings settings(URI endpoint) {
        return new S3Settings(Optional.of(endpoint), REGION, true, Optional.of(KEY), Optional.of(KEY), 10);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    default S3Client client() {
        return S3Client.builder()
                .endpointOverride(address())
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
                .build();
    }
}
