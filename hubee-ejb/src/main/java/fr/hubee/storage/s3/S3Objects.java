package fr.hubee.storage.s3;

import fr.hubee.shared.StoreAway;
import fr.hubee.storage.S3Settings;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The calls to one bucket. What the store answers badly, or not at all, is {@link StoreAway}; an object that is not
 * there, {@link NoSuchFileException}. Each call is tried four times, with pauses that grow.
 */
class S3Objects implements Closeable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TRIES = Duration.ofSeconds(25);
    private static final int CONNECTIONS = 100;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;

    S3Objects(S3Settings settings, String bucket) {
        this.bucket = bucket;
        var builder = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(TO_ANSWER)
                        .maxConnections(CONNECTIONS))
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())))
                // MD5 instead, which every store checks; some accept any other checksum
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(how -> how.apiCallTimeout(TRIES)
                        .apiCallAttemptTimeout(TO_ANSWER)
                        .retryStrategy(RetryMode.STANDARD)
                        .addExecutionInterceptor(new TracedCalls())
                        .defaultProfileFile(ProfileFile.aggregator().build())); // nobody's home folder is read
        settings.endpoint().ifPresent(builder::endpointOverride);
        client = builder.build();
    }

    private interface Call<T> {
        T made();
    }

    private <T> T made(String what, Call<T> call) throws IOException {
        try {
            return call.made();
        } catch (AwsServiceException refused) {
            if (refused.statusCode() == NOT_FOUND) {
                throw new NoSuchFileException(what);
            }
            throw away(what, refused);
        } catch (SdkException silent) {
            throw away(what, silent);
        }
    }

    private static StoreAway away(String what, Exception cause) {
        return new StoreAway("The S3 store failed: " + what, cause);
    }

    /** Nothing is ever overwritten. A second try may find what the first one has written. */
    void put(String name, byte[] bytes, int length) throws IOException {
        try {
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(name)
                            .contentMD5(md5(bytes, length))
                            .ifNoneMatch("*"),
                    body(bytes, length));
        } catch (AwsServiceException refused) {
            if (refused.statusCode() != PRECONDITION_FAILED || head(name).contentLength() != length) {
                throw away("put " + name, refused);
            }
        } catch (SdkException silent) {
            throw away("put " + name, silent);
        }
    }

    private static RequestBody body(byte[] bytes, int length) {
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromInputStreamSupplier(() -> new ByteArrayInputStream(bytes, 0, length)),
                length,
                TYPE);
    }

    private static String md5(byte[] bytes, int length) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(bytes, 0, length);
            return Base64.getEncoder().encodeToString(md5.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Begins an object of several parts; returns the identifier of the upload. */
    String begin(String name) throws IOException {
        return made(
                "begin " + name,
                () -> client.createMultipartUpload(
                                begin -> begin.bucket(bucket).key(name).contentType(TYPE))
                        .uploadId());
    }

    CompletedPart part(String name, String upload, int number, byte[] bytes, int length) throws IOException {
        var answer = made(
                "part " + number + " of " + name,
                () -> client.uploadPart(
                        part -> part.bucket(bucket)
                                .key(name)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(md5(bytes, length)),
                        body(bytes, length)));
        return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
    }

    /** @throws IOException also when the object is not as long as its parts */
    void complete(String name, String upload, List<CompletedPart> parts, long size) throws IOException {
        try {
            made(
                    "complete " + name,
                    () -> client.completeMultipartUpload(whole ->
                            whole.bucket(bucket).key(name).uploadId(upload).multipartUpload(all -> all.parts(parts))));
        } catch (NoSuchFileException completedBefore) {
            // a first try was not answered: what there is now, tells
        }
        long there = head(name).contentLength();
        if (there != size) {
            throw new StoreAway("The S3 store has " + there + " of the " + size + " bytes of " + name, null);
        }
    }

    void abort(String name, String upload) throws IOException {
        try {
            made(
                    "abort " + name,
                    () -> client.abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(name).uploadId(upload)));
        } catch (NoSuchFileException goneMeanwhile) {
            // nothing to do
        }
    }

    HeadObjectResponse head(String name) throws IOException {
        return made(name, () -> client.headObject(head -> head.bucket(bucket).key(name)));
    }

    /** The bytes from one position on; what they are part of must be what it was, if its tag is given. */
    InputStream open(String name, long from, long length, String tag) throws IOException {
        return made(
                name,
                () -> client.getObject(get -> get.bucket(bucket)
                        .key(name)
                        .range("bytes=" + from + "-" + (from + length - 1))
                        .ifMatch(tag)));
    }

    void delete(String name) throws IOException {
        try {
            made(
                    "delete " + name,
                    () -> client.deleteObject(delete -> delete.bucket(bucket).key(name)));
        } catch (NoSuchFileException gone) {
            // nothing to do
        }
    }

    void eachBefore(String prefix, Instant date, Consumer<String> visitor) throws IOException {
        made("list", () -> {
            client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .filter(object -> object.lastModified().isBefore(date))
                    .map(S3Object::key)
                    .forEach(visitor);
            return null;
        });
    }

    List<MultipartUpload> unfinished(String prefix) throws IOException {
        return made(
                "list",
                () ->
                        client
                                .listMultipartUploadsPaginator(
                                        list -> list.bucket(bucket).prefix(prefix))
                                .uploads()
                                .stream()
                                .toList());
    }

    @Override
    public void close() {
        client.close();
    }
}
