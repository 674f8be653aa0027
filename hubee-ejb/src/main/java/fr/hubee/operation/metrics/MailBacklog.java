package fr.hubee.operation.metrics;

/** @param oldest seconds since the oldest waiting mail was posted */
record MailBacklog(long waiting, double oldest, long givenUp) {}
