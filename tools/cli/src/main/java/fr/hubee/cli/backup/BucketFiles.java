package fr.hubee.cli.backup;

import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.S3Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The files of a hub in a bucket. */
final class BucketFiles implements HubFiles {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final S3Client client;
    private final BlobPlace.Bucket bucket;

    BucketFiles(S3Settings settings, BlobPlace.Bucket bucket) {
        this.bucket = bucket;
        var builder = S3Client.builder()
                .httpClientBuilder(
                        Apache5HttpClient.builder().connectionTimeout(TIMEOUT).socketTimeout(TIMEOUT))
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())))
                // we compare digests ourselves; some stores accept any checksum
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        how -> how.defaultProfileFile(ProfileFile.aggregator().build()));
        settings.endpoint().ifPresent(builder::endpointOverride);
        client = builder.build();
    }

    @Override
    public boolean isEmpty() throws IOException {
        try {
            return client.listObjectsV2(list ->
                            list.bucket(bucket.name()).prefix(bucket.prefix()).maxKeys(1))
                    .contents()
                    .isEmpty();
        } catch (SdkException gone) {
            throw new IOException(gone);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return client.getObject(get -> get.bucket(bucket.name()).key(bucket.prefix() + key));
        } catch (NoSuchKeyException gone) {
            throw (IOException) new NoSuchFileException(key).initCause(gone);
        } catch (SdkException gone) {
            throw new IOException(gone);
        }
    }

    @Override
    public void put(String key, Path file) throws IOException {
        try {
            client.putObject(put -> put.bucket(bucket.name()).key(bucket.prefix() + key), RequestBody.fromFile(file));
        } catch (SdkException refused) {
            throw new IOException(refused);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
