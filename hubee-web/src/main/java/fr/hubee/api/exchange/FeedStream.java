package fr.hubee.api.exchange;

import fr.hubee.exchange.feed.FeedLine;
import fr.hubee.exchange.feed.FeedService;
import fr.hubee.exchange.feed.FeedService.FeedPage;
import fr.hubee.exchange.feed.LiveFeed;
import fr.hubee.http.HeldRequest.HeldAnswer;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.trace.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * A stream of server-sent events (WHATWG). It has a thread only while something is written. Before events are written, the caller's token is
 * looked at again. It ends after some minutes, and its reader opens it again where it was.
 */
final class FeedStream {
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Events that are read at once. */
    static final int AT_ONCE = 200;

    private static final System.Logger LOG = System.getLogger(FeedStream.class.getName());

    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Caller caller;
    private final BooleanSupplier allowed;
    private final FeedService feed;
    private final LiveFeed live;
    private final Function<FeedLine, String> json;
    private final SecurityIdentity identity = SecurityDomain.getCurrent().getCurrentSecurityIdentity();
    private final Rounds rounds = new Rounds(1, this::fail);
    private final Runnable wake = this::wake;
    private FeedPage page;
    private boolean begun;
    private HeldAnswer answer;

    /** @param allowed whether the caller may still read what it could when the stream began */
    FeedStream(
            Caller caller,
            BooleanSupplier allowed,
            FeedPage first,
            FeedService feed,
            LiveFeed live,
            Function<FeedLine, String> json) {
        this.caller = caller;
        this.allowed = allowed;
        this.page = first;
        this.feed = feed;
        this.live = live;
        this.json = json;
    }

    /** Begins to write the first page. */
    void begin(HeldAnswer given) {
        answer = given;
        answer.begin(FeedResource.STREAM, BEAT, wake, () -> live.awaitNoMore(caller.organization(), wake));
        wake();
    }

    private void wake() {
        rounds.ask(answer.threads(), () -> identity.runAsSupplier(this::write));
    }

    /** @return nothing: the identity needs a supplier */
    private Void write() {
        live.awaitNoMore(caller.organization(), wake); // it may be a pause that is over
        if (answer.isOver()) {
            answer.end();
            return null;
        }
        try {
            if (isRead()) {
                live.await(caller.organization(), page.position(), wake);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return null;
    }

    /**
     * Writes what there is.
     *
     * @return false when it goes on later, since the reader is slow, or has ended, since the caller may not read it any more
     */
    private boolean isRead() throws IOException {
        while (answer.isWritten()) {
            if (begun) {
                page = live.isFresh() ? feed.page(caller, page.next(), AT_ONCE) : nothing();
            }
            begun = true;
            if (!page.events().isEmpty() && !allowed.getAsBoolean()) {
                answer.end();
                return false;
            }
            answer.write(text());
            if (page.events().size() < AT_ONCE) {
                return answer.isWritten();
            }
        }
        return false;
    }

    /** While the database is away, no thread waits for it. */
    private FeedPage nothing() {
        return new FeedPage(List.of(), page.position(), page.next());
    }

    /** Returns the events; without any, the identifier alone, which keeps the reader's place and the connection. */
    private String text() {
        var text = new StringBuilder(page.events().isEmpty() ? "id: " + page.next() + "\n\n" : "");
        for (var each : page.events()) {
            text.append("id: ").append(each.cursor()).append('\n');
            text.append("data: ").append(json.apply(each.line())).append("\n\n");
        }
        return text.toString();
    }

    /** Ends the stream: its reader is gone, or too slow, or the database is away. */
    private void fail(Throwable failure) {
        LOG.log(Level.DEBUG, "A stream of events has ended: {0}", failure.toString());
        answer.cut();
    }
}
