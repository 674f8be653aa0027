/**
 * The log of what happens to cases, for whoever is told of it instead of polling (ADR 61). {@link fr.hubee.exchange.feed.FeedRecorder} adds the
 * rows, {@link fr.hubee.exchange.feed.FeedSealer} gives them their positions after the commit, {@link fr.hubee.exchange.feed.FeedService} reads
 * them, from {@link fr.hubee.exchange.feed.LiveFeed} where they are new.
 */
package fr.hubee.exchange.feed;
