package guifan.evaluate;

import guifan.standard.Standard;
import guifan.standard.Standards;

/** A small standard with one of everything that sheets differ in. */
final class HandedStandard {

    static final Standard SMALL = Standards.of(Standards.HEAD
            + Standards.oneArea(
                    "id: visits, name: 视察, points: 20, measured-in: 次, rule: {kind: count, each: 5}",
                    "id: hold, name: 召开人代会, applies-to: [镇], points: 20, measured-in: 次, rule: {kind: shortfall, target: 2}",
                    "id: reply, name: 答复率, points: 20, measured-in: \"%\","
                            + " measure: {part: 按期答复, whole: 应答复, when-zero: full}, rule: {kind: proportional, full-at: 100}",
                    "id: six, name: 六有, points: 20, rule: {kind: checklist, items: [{id: place, name: 场所}, {id: staff, name: 人员}]}",
                    "id: files, name: 档案, points: 20, measured-in: 分, rule: {kind: given, step: 0.5}, panel: {combine: mean}")
            + """
            adjustments:
              bonus: {items: [{id: case, name: 案例, rule: {kind: levels, values: {省: 2, 市: 1}}, evidence: [文件], evidence-required: true}]}
              penalty: {items: [{id: late, name: 迟报, measured-in: 工作日, rule: {kind: count, each: 0.2}}]}
            facts: [{id: veto, name: 否决, type: yes-no, evidence: 文号}]
            """
            + Standards.GRADES + "...\n");

    static final String HEADER = "单位,类别,视察,召开人代会,答复率·按期答复,答复率·应答复,六有,档案·甲,档案·乙,加分·案例,扣分·迟报,否决\n";
    static final String BAISHA = "白沙镇,镇,3,2,11,12,缺：人员,20,19.5,,2,否\n";
    static final String TAICHENG = "台城街道,街道,4,,0,0,全,18,回避,,,否\n";

    static final String UNIT_HEADER = "序号,方面,指标代码,指标/子项,计量单位,满分,评分标准,填法,自评实绩,佐证,核定实绩,核减理由,考评员\n";

    /** The sheet of 白沙镇, the one of {@link #BAISHA} in another layout. */
    static final String UNIT = UNIT_HEADER + """
            1,甲,visits,视察,次,20,,填次数,3,,,,
            ,,,,,,,,,,,,
            2,甲,hold,召开人代会,次,20,,,2,,,,
            3,甲,reply,答复率,%,20,,,,,,,
            ,,,按期答复,件,,,,11,,,,
            ,,reply·whole,应答复,件,,,,12,,,,
            4,甲,six,六有,项,20,,,,,,,
            ,,,场所,,,,,√,,,,
            ,,,人员,,,,,×,,,,
            5,甲,files,档案,分,20,,,20,,,,甲
            5,甲,files,档案,分,20,,,19.5,,,,乙
            ,加分,,案例,,,,,,,,,
            ,扣分,late,迟报,工作日,,,,2,,,,
            ,其他,,否决,,,,,否,,,,
            """;

    private HandedStandard() {}
}
