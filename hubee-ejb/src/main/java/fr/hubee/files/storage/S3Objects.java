package fr.hubee.files.storage;

import fr.hubee.files.storage.S3Settings.Timeouts;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.database.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The calls to one bucket. A bad or missing answer of the store becomes {@link StoreAway}; a missing object, {@link NoSuchFileException}.
 * Each call is tried four times, with pauses that grow.
 */
class S3Objects implements Closeable {
    private static final int CONNECTIONS = 100;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int INSUFFICIENT_STORAGE = 507;

    /** Time limit in which a working store frees a place. */
    private static final Duration FOR_A_PLACE = Duration.ofMillis(500);

    /** Error codes of Ceph and of MinIO for a full store. */
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded");

    private final S3Client client;
    private final String bucket;
    private final Timeouts timeouts;

    /** Places of the threads that wait for the store: while it hangs, requests that do not need it are answered, {@code /sante} among them. */
    private final Semaphore waiting;

    S3Objects(S3Settings settings, String bucket, Timeouts timeouts) {
        this.bucket = bucket;
        this.timeouts = timeouts;
        this.waiting = new Semaphore(settings.waiting());
        var builder = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(timeouts.connect())
                        .socketTimeout(timeouts.answer())
                        .maxConnections(Math.max(CONNECTIONS, settings.waiting())))
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())))
                // MD5 instead, which every store checks; some accept any other checksum
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(how -> how.apiCallTimeout(timeouts.tries())
                        .apiCallAttemptTimeout(timeouts.answer())
                        .retryStrategy(RetryMode.STANDARD)
                        .addExecutionInterceptor(new TracedCalls())
                        .defaultProfileFile(ProfileFile.aggregator().build())); // nobody's home folder is read
        settings.endpoint().ifPresent(builder::endpointOverride);
        client = builder.build();
    }

    private void takePlace() throws StoreAway {
        try {
            if (waiting.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
        throw new StoreAway("Too many requests wait for the S3 store", null);
    }

    /** Reads the next bytes of an object. */
    int read(InputStream bytes, byte[] buffer) throws IOException {
        takePlace();
        try {
            return bytes.read(buffer);
        } finally {
            waiting.release();
        }
    }

    Timeouts timeouts() {
        return timeouts;
    }

    private <T> T made(String what, Supplier<T> call) throws IOException {
        takePlace();
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            if (refused.statusCode() == NOT_FOUND && hasBucket(what)) {
                throw new NoSuchFileException(what);
            }
            throw away(what, refused);
        } catch (SdkException failure) {
            throw away(what, failure);
        } finally {
            waiting.release();
        }
    }

    /** Whether the bucket exists: without it, nothing can be said about its objects. */
    private boolean hasBucket(String what) throws IOException {
        try {
            client.headBucket(head -> head.bucket(bucket));
            return true;
        } catch (SdkException invalid) {
            throw away(what, invalid);
        }
    }

    private static StoreAway away(String what, SdkException cause) {
        return new StoreAway("The S3 store failed: " + what, cause);
    }

    /** Calls {@link #made} for an operation that needs space. */
    private <T> T written(String what, Supplier<T> call) throws IOException {
        try {
            return made(what, call);
        } catch (StoreAway gone) {
            if (gone.getCause() instanceof AwsServiceException refused && isFull(refused)) {
                throw new StoreUnavailable(new IOException("The S3 store is full: " + what, refused));
            }
            throw gone;
        }
    }

    private static boolean isFull(AwsServiceException refused) {
        var details = refused.awsErrorDetails();
        return refused.statusCode() == INSUFFICIENT_STORAGE || (details != null && FULL.contains(details.errorCode()));
    }

    /**
     * Writes an object; nothing is ever overwritten. A second attempt may find the object of the first one.
     *
     * @return the tag of the stored object
     */
    String put(String name, S3Chunk all) throws IOException {
        return written("put " + name, () -> {
            try {
                return client.putObject(
                                put -> put.bucket(bucket)
                                        .key(name)
                                        .contentMD5(all.md5())
                                        .ifNoneMatch("*"),
                                all.body())
                        .eTag();
            } catch (AwsServiceException refused) {
                if (refused.statusCode() == PRECONDITION_FAILED) {
                    var there = client.headObject(head -> head.bucket(bucket).key(name));
                    if (Long.valueOf(all.length()).equals(there.contentLength())) {
                        return there.eTag();
                    }
                }
                throw refused;
            }
        });
    }

    /** Begins an object of several parts; returns the identifier of the upload. */
    String begin(String name) throws IOException {
        return written(
                "begin " + name,
                () -> client.createMultipartUpload(
                                begin -> begin.bucket(bucket).key(name).contentType(S3Chunk.TYPE))
                        .uploadId());
    }

    CompletedPart part(String name, String upload, int number, S3Chunk chunk) throws IOException {
        var answer = written(
                "part " + number + " of " + name,
                () -> client.uploadPart(
                        part -> part.bucket(bucket)
                                .key(name)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(chunk.md5()),
                        chunk.body()));
        return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
    }

    /** @throws IOException also when the object is not there, or not as long as its parts */
    void complete(String name, String upload, List<CompletedPart> parts, long size) throws IOException {
        try {
            written(
                    "complete " + name,
                    () -> client.completeMultipartUpload(whole ->
                            whole.bucket(bucket).key(name).uploadId(upload).multipartUpload(all -> all.parts(parts))));
        } catch (NoSuchFileException failure) {
            // a first try was not answered: what there is now, tells
        }
        requireKept(name, size);
    }

    /** Asks for the object that was just written: a store may say that it has kept what it has not. */
    void requireKept(String name, long size) throws IOException {
        try {
            long there = head(name).contentLength();
            if (there != size) {
                throw new StoreAway("The S3 store has " + there + " of the " + size + " bytes of " + name, null);
            }
        } catch (NoSuchFileException gone) {
            throw new StoreAway("The S3 store said that it has kept " + name + ", and has not", gone);
        }
    }

    void abort(String name, String upload) throws IOException {
        try {
            made(
                    "abort " + name,
                    () -> client.abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(name).uploadId(upload)));
        } catch (NoSuchFileException gone) {
            // nothing to do
        }
    }

    /** Returns an answer that says all of it: one that was cut off among its headers looks like one that ends there. */
    HeadObjectResponse head(String name) throws IOException {
        var head = made(name, () -> client.headObject(ask -> ask.bucket(bucket).key(name)));
        if (head.contentLength() == null || head.eTag() == null || head.lastModified() == null) {
            throw new StoreAway("The S3 store gave half an answer: " + name, null);
        }
        return head;
    }

    /** Opens the bytes from a position on; if a tag is given, the object must be unchanged. */
    ResponseInputStream<GetObjectResponse> open(String name, long from, long length, String tag) throws IOException {
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
