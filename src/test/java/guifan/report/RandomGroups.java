package guifan.report;

import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.GroupResult.Member;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.number.Rational;
import guifan.number.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Groups of bodies of any size, with and without weights, rounding and means. */
final class RandomGroups {

    private final Random random;

    RandomGroups(Random random) {
        this.random = random;
    }

    GroupingCard card(List<GradeCard> grades) {
        Rounding.Mode mode = Rounding.Mode.values()[random.nextInt(Rounding.Mode.values().length)];
        String weight = random.nextBoolean() ? "" : "投资（万元）";
        return new GroupingCard(
                "项目", weight, random.nextBoolean() ? null : new Rounding(random.nextInt(7), mode), grades);
    }

    List<GroupResult> groups(GroupingCard card) {
        List<GroupResult> groups = new ArrayList<>();
        for (int i = random.nextInt(4); card != null && i > 0; i--) {
            List<Member> members = new ArrayList<>(List.of(new Member("甲" + i, number(), number())));
            for (int j = random.nextInt(3); j > 0; j--) {
                members.add(new Member("乙" + i + j, number(), random.nextBoolean() ? null : number()));
            }
            int grade = random.nextInt(card.grades().size());
            Mean mean = new Mean(number(), number(), grade, Rational.of(i), random.nextBoolean());
            groups.add(new GroupResult("项目" + i, members, random.nextInt(4) == 0 ? null : mean));
        }
        return groups;
    }

    private Rational number() {
        return Rational.of(1L + random.nextInt(5000), 1L + random.nextInt(9));
    }
}
