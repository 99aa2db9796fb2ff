package org.schoolcase.cases.caseload.today;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;

/** Use case: a member of staff asks what there is to do in his cases, all at once or more of one part. */
@ApplicationScoped
class ShowToday {

    private static final Duration NEW_AT_FIRST = Duration.ofDays(14);

    /** A transaction that is still open may bring something that is older than now. */
    private static final Duration STILL_OPEN = Duration.ofSeconds(5);

    private final TodayData data;
    private final TodayReader reader;
    private final DistrictNow district;
    private final Cursors cursors;
    private final Clock clock;

    ShowToday(TodayData data, TodayReader reader, DistrictNow district, Cursors cursors, Clock clock) {
        this.data = data;
        this.reader = reader;
        this.district = district;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Transactional
    TodayView handle(int days, int limit) {
        var me = reader.me();
        var now = clock.instant();
        var seen = data.seen(me).orElse(null);
        var question = question(me, days, seen, now);
        return new TodayView(
                question.today(),
                now.minus(STILL_OPEN),
                seen,
                part(Section.OVERDUE, question, limit),
                part(Section.DUE_SOON, question, limit),
                part(Section.MEETINGS, question, limit),
                part(Section.UNANSWERED, question, limit),
                part(Section.DRAFTS, question, limit),
                part(Section.NEW, question, limit));
    }

    @Transactional
    Page<TodayItem> more(Section section, int days, @Nullable String cursor, int limit) {
        var me = reader.me();
        var question = question(me, days, data.seen(me).orElse(null), clock.instant());
        return page(section, question, cursor, limit);
    }

    private TodayData.Question question(UUID me, int days, @Nullable Instant seen, Instant now) {
        return new TodayData.Question(me, district.today(), days, seen == null ? now.minus(NEW_AT_FIRST) : seen);
    }

    private TodayView.Part part(Section section, TodayData.Question question, int limit) {
        var page = page(section, question, null, limit);
        var more = page.next() == null
                ? null
                : "/v1/caseload/today/%s?days=%d&limit=%d&cursor=%s"
                        .formatted(section.path(), question.days(), limit, page.next());
        return new TodayView.Part(page.items(), more);
    }

    private Page<TodayItem> page(Section section, TodayData.Question question, @Nullable String cursor, int limit) {
        var list = "today?part=%s&days=%d&of=%s".formatted(section, question.days(), question.staffId());
        var found = data.list(section, question, cursors.open(list, cursor), limit);
        var page = cursors.page(list, found, limit, item -> key(section, item));
        reader.showed(section, page.items());
        return page;
    }

    private static List<String> key(Section section, TodayItem item) {
        var first =
                section.newestFirst() ? String.valueOf(item.at()) : item.on().toString();
        return List.of(first, item.subjectId().toString());
    }
}
