package fr.hubee.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Watches the bytes of one call, those that go and those that come: it fails once the hub is silent for too long. */
final class Watch {
    private final Duration longestSilence;
    private volatile long last = System.nanoTime();

    Watch(Duration longestSilence) {
        this.longestSilence = longestSilence;
    }

    <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var call = http.sendAsync(watched(request), head -> new Reader<>(handler.apply(head)));
        try {
            while (true) {
                try {
                    return call.get(longestSilence.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException gone) {
                    if (isSilent()) {
                        throw new ExecutionException(timeout());
                    }
                }
            }
        } catch (ExecutionException failure) {
            call.cancel(true);
            throw new IOException(text(request, failure.getCause()), failure.getCause());
        } catch (InterruptedException failure) {
            call.cancel(true);
            throw failure;
        }
    }

    private static String text(HttpRequest request, Throwable failure) {
        var cause = failure.getCause() == null ? "" : ", " + failure.getCause();
        return request.method() + " " + request.uri() + ": " + failure + cause;
    }

    private boolean isSilent() {
        return System.nanoTime() - last >= longestSilence.toNanos();
    }

    private HttpTimeoutException timeout() {
        return new HttpTimeoutException("no byte for " + longestSilence.toMillis() + " ms");
    }

    private HttpRequest watched(HttpRequest request) {
        var body = request.bodyPublisher().filter(publisher -> publisher.contentLength() != 0);
        return body.map(publisher -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .method(request.method(), watched(publisher))
                        .build())
                .orElse(request);
    }

    private BodyPublisher watched(BodyPublisher body) {
        Publisher<ByteBuffer> watched = to -> body.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                to.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                last = System.nanoTime();
                to.onNext(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                to.onError(failure);
            }

            @Override
            public void onComplete() {
                to.onComplete();
            }
        });
        var length = body.contentLength();
        return length < 0 ? BodyPublishers.fromPublisher(watched) : BodyPublishers.fromPublisher(watched, length);
    }

    /** Passes a body on. Only a hub that owes bytes is silent: who reads may take his time. */
    private final class Reader<T> implements BodySubscriber<T> {
        private final BodySubscriber<T> to;
        private final AtomicLong owed = new AtomicLong();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private Subscription from;

        Reader(BodySubscriber<T> to) {
            this.to = to;
        }

        @Override
        public CompletionStage<T> getBody() {
            return to.getBody();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            from = subscription;
            checkLater();
            to.onSubscribe(new Subscription() {
                @Override
                public void request(long more) {
                    last = System.nanoTime();
                    owed.accumulateAndGet(more, (before, added) -> Math.max(before, before + added));
                    subscription.request(more);
                }

                @Override
                public void cancel() {
                    end.complete(null);
                    subscription.cancel();
                }
            });
        }

        private void checkLater() {
            end.copy().orTimeout(longestSilence.toNanos(), TimeUnit.NANOSECONDS).exceptionally(passed -> {
                if (owed.get() == 0 || !isSilent()) {
                    checkLater();
                } else if (end.complete(null)) {
                    from.cancel();
                    to.onError(timeout());
                }
                return null;
            });
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            last = System.nanoTime();
            owed.decrementAndGet();
            to.onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            if (end.complete(null)) {
                to.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (end.complete(null)) {
                to.onComplete();
            }
        }
    }
}
