package fr.hubee.desk.caselist;

/** @param days both bounds are there */
public record PassedMilestone(CaseMilestone milestone, Days days) {}
