import type { ThemeConfig } from 'antd';

/** Text colours keep at least 4.5:1 on white and on the ground (WCAG AA). */
export const theme: ThemeConfig = {
  cssVar: { key: 'casedial' },
  hashed: false,
  token: {
    colorPrimary: '#0f6ab4',
    colorInfo: '#0f6ab4',
    colorSuccess: '#0b7a4f',
    colorWarning: '#a65a00',
    colorError: '#c0271d',
    // Derived ones are lighter, and no longer legible on white.
    colorPrimaryHover: '#0b5591',
    colorLinkHover: '#0b5591',
    colorErrorHover: '#9c1e16',
    // Derived from these dark tones the backgrounds of tags would come out muddy.
    colorSuccessBg: '#e6f5ee',
    colorSuccessBorder: '#a5d9c1',
    colorWarningBg: '#fff4e0',
    colorWarningBorder: '#f0c987',
    colorErrorBg: '#fdeeed',
    colorErrorBorder: '#f3b8b3',
    colorInfoBg: '#e7f2fb',
    colorInfoBorder: '#a9cdea',
    controlOutline: 'rgba(15, 106, 180, 0.28)',
    colorText: '#16283a',
    colorTextSecondary: '#4d5f71',
    colorTextTertiary: '#5c6d7e',
    colorTextDescription: '#5c6d7e',
    colorTextPlaceholder: '#67788a',
    colorBorder: '#c9d3dd',
    colorBorderSecondary: '#e1e7ed',
    colorBgLayout: '#f2f5f8',
    borderRadius: 7,
    fontSize: 14,
    controlHeight: 32,
    fontFamily:
      "'Inter', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', Roboto, sans-serif",
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#f6f8fa', headerColor: '#4d5f71' },
    Tabs: { horizontalItemPaddingSM: '8px 0', horizontalItemGutter: 22 },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    Alert: { defaultPadding: '7px 12px' },
  },
};
